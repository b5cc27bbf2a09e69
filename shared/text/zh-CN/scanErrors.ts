const scanKept = '案件和已有的扫描件没有变化，这个文件没有添加。'

/** Why a file was not added to a dossier, in the same three parts. */
export const scanErrors = {
  'scan-empty': { what: '这个文件是空的，里面没有内容。', safe: scanKept, act: '请重新扫描或拍照，再添加一次。' },
  'scan-kind': {
    what: '这个文件的内容不是图片，也不是 PDF（不看文件名，看内容）。',
    safe: scanKept,
    act: '请用 JPG、PNG、WebP、BMP 图片或 PDF。',
  },
  'scan-active': {
    what: '这个文件是网页或带脚本的图形，不是照片或扫描件，已拒收。',
    safe: scanKept,
    act: '请用扫描仪或手机重新拍成 JPG 图片或 PDF。',
  },
  'scan-heic': {
    what: '这是苹果手机的 HEIC 照片，本机读不了。',
    safe: scanKept,
    act: '请在手机「设置 → 相机 → 格式」选「兼容性最佳」后重拍；不要用微信传身份证照片。',
  },
  'scan-tiff': {
    what: '这是 TIFF 图片，本机不收。',
    safe: scanKept,
    act: '请在扫描仪软件里改存为 JPG 或 PDF 再添加。',
  },
  'scan-cut': {
    what: '这个文件不完整或已损坏，打不开。',
    safe: scanKept,
    act: '请从手机或U盘重新复制一次；还不行，请重新扫描。',
  },
  'scan-pixels': {
    what: '这张图片太大（{width}×{height} 像素），超过 1 亿像素。',
    safe: scanKept,
    act: '请把扫描仪调到 300 dpi，或把手机相机调到普通像素后重拍。',
  },
  'scan-too-large': {
    what: '文件超过 {megabytes} MB。',
    safe: scanKept,
    act: '请用 300 dpi 以下重新扫描，或把 PDF 分成几份添加。',
  },
  'scan-locked': {
    what: '这份 PDF 加了密码，程序打不开。',
    safe: scanKept,
    act: '请用原来的软件去掉密码另存，或打印后重新扫描。',
  },
  'scan-hostile': {
    what: '这个文件会耗尽电脑的内存或时间，已停止读取并拒收。',
    safe: scanKept,
    act: '请核实文件来源；确是扫描件的，请重新扫描后添加。',
  },
  'scan-pages': {
    what: '这份 PDF 的页数超过一次最多的 {most} 页。',
    safe: scanKept,
    act: '请分成几份添加；或只扫描要归入本卷的页。',
  },
  'scan-twice': {
    what: '本案已有这个文件。',
    safe: '原来的扫描件没有变化，没有重复添加。',
    act: '不用再加；确要在别处再放一份的，请点「仍要添加」。',
  },
  'scan-upload-gone': { what: '文件没有传完整。', safe: scanKept, act: '请再添加一次。' },
} as const
