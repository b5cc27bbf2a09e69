import { fileErrors } from './fileErrors.ts'
import { scanErrors } from './scanErrors.ts'
import { sheetErrors } from './sheetErrors.ts'

/** Every error in three parts: what happened, what is safe, what to do. */
const kept = '已保存的数据没有变化。'

export const errors = {
  'input-invalid': { what: '填写的内容不符合要求。', safe: kept, act: '请按提示改正后再试。' },
  'unknown-call': { what: '窗口与程序版本不一致。', safe: kept, act: '请关闭窗口，重新打开程序。' },
  'not-signed-in': { what: '登记簿已锁定。', safe: '没保存的内容已留作草稿。', act: '请输入密码继续。' },
  'not-allowed': { what: '您的角色不能做这一步。', safe: kept, act: '需要时请管理员在「设置」里调整角色。' },
  'not-found': { what: '找不到这条记录，可能已被删除，或您没有权限查看。', safe: kept, act: '请返回列表重新查找。' },
  'wrong-profile': {
    what: '这一步不适用于本登记簿（本单位登记与上级接收的功能不同）。',
    safe: kept,
    act: '请换用对应的登记簿。',
  },
  cancelled: { what: '已按您的要求取消。', safe: kept, act: '需要时可以重新开始。' },
  internal: {
    what: '程序出了意外（编号 {incident}）。',
    safe: '已保存的数据不受影响。',
    act: '请再试一次；还不行，请记下编号，重新打开程序。',
  },
  'wrong-password': { what: '密码不对。', safe: '登记簿没有变化。', act: '请检查大小写和中英文输入状态后再试。' },
  'wrong-recovery-code': {
    what: '恢复码不对。',
    safe: '登记簿没有变化。',
    act: '请对照打印件逐组核对，注意 0 与 O、1 与 I。',
  },
  'too-many-attempts': {
    what: '试错次数太多，暂时不能再试。',
    safe: '登记簿没有变化。',
    act: '请等 {seconds} 秒后再试。',
  },
  'register-missing': {
    what: '数据文件夹里没有登记簿文件。',
    safe: '程序没有删除任何东西。',
    act: '请检查数据盘是否接好；需要时从备份恢复。',
  },
  'register-exists': {
    what: '这个文件夹里已经有登记簿。',
    safe: '原来的登记簿没有变化。',
    act: '请登录原登记簿，或换一个空文件夹。',
  },
  'register-damaged': {
    what: '登记簿文件损坏，打不开。',
    safe: '原文件保留未动，备份可用。',
    act: '请先把数据文件夹整个复制一份，再从最近的备份恢复。',
  },
  'register-newer': {
    what: '登记簿是用更新版本的程序写的。',
    safe: '登记簿没有变化。',
    act: '请安装新版本程序后再打开。',
  },
  'register-in-use': {
    what: '登记簿已在另一个窗口或程序中打开。',
    safe: '登记簿没有变化。',
    act: '请先关闭另一个程序。',
  },
  'key-file-missing': {
    what: '找不到钥匙文件 keys.json。',
    safe: '登记簿文件还在，没有变化。',
    act: '请从备份恢复；不要新建登记簿。',
  },
  'key-file-damaged': { what: '钥匙文件 keys.json 损坏。', safe: '登记簿文件还在，没有变化。', act: '请从备份恢复。' },
  'migration-failed': {
    what: '登记簿升级没有完成。',
    safe: '升级前已自动备份。',
    act: '请从备份恢复，用原来的版本继续工作。',
  },
  'machine-changed': { what: '登记簿到了另一台电脑上。', safe: '登记簿没有变化。', act: '请先回答是搬家还是复制。' },
  'folder-unsuitable': {
    what: '这个文件夹不适合放登记簿（网络盘、移动盘或同步盘）。',
    safe: '没有写入任何东西。',
    act: '请选本机固定硬盘上的文件夹。',
  },
  'folder-read-only': { what: '数据文件夹不能写入。', safe: kept, act: '请检查文件夹权限或磁盘写保护。' },
  'disk-full': {
    what: '磁盘满了，这一步没有保存。',
    safe: '之前保存的数据都在。',
    act: '请腾出空间后再保存，不要关闭窗口。',
  },
  'disk-failed': {
    what: '磁盘读写出错。',
    safe: '之前保存的数据以最近的备份为准。',
    act: '请马上备份到 U 盘，并检查硬盘。',
  },
  'backup-damaged': { what: '这个备份文件不完整或被改动。', safe: '没有恢复任何东西。', act: '请换一个备份文件。' },
  'sample-mismatch': { what: '演示登记簿与正式登记簿不能互通。', safe: kept, act: '请选正式的单位登记卡或文件。' },
  'revision-conflict': {
    what: '您填写期间，这条记录被别人改过。',
    safe: '两份内容都在，您的没有丢。',
    act: '请逐项选择用哪一份。',
  },
  'record-invalid': { what: '还有内容不能保存。', safe: '您填的内容已留作草稿。', act: '请按右侧提示逐项改正。' },
  'record-frozen': {
    what: '协议已生效，印在协议上的内容不能改。',
    safe: '生效的协议没有变化。',
    act: '请用补充协议或录入更正办理。',
  },
  'last-knower': {
    what: '知情人名单上只剩这一人，不能移出。',
    safe: '名单没有变化。',
    act: '请先添加别的知情人，或把保密级别改回普通。',
  },
  'locked-cases-left': {
    what: '这位用户是 {count} 件保密纠纷唯一的知情人，调解台账又没有其他在用的负责人。',
    safe: '用户和名单都没有变化。',
    act: '请先请其把别人加进知情人名单，或先给一位用户调解负责人的权限。',
  },
  'number-taken': {
    what: '这个编号已经用过：{number}。作废的编号也不能再用。',
    safe: kept,
    act: '请核对纸质编号，或使用下一个编号。',
  },
  'number-kept': {
    what: '这件纠纷取过编号，编号不能直接改掉，也不能换调委会或删除。',
    safe: kept,
    act: '编号取错了，先在编号处退回或作废，再取新号。',
  },
  'number-filed': { what: '已经立卷，卷号不能再动。', safe: kept, act: '确需改动，请先「重新办理」，写明原因。' },
  'number-printed': {
    what: '{number} 可能已经印在纸上，不能退回。',
    safe: kept,
    act: '请写明理由作废，再取新号。',
  },
  'number-not-last': {
    what: '{number} 后面已经取过别的号，不能退回。',
    safe: kept,
    act: '请写明理由作废，再取新号。',
  },
  'number-ask-paper': {
    what: '登记簿恢复、复制过，或取号时断过电：{committee} {year} 年的编号要先和纸上对一次。',
    safe: kept,
    act: '请看纸上最后一个号是多少，填上以后再取号。登记簿里最后是第 {known} 号，本机记得用到第 {proposed} 号。',
  },
  'number-below-mark': {
    what: '本程序已经取到第 {proposed} 号，比您填的第 {last} 号大。',
    safe: kept,
    act: '请再看一遍纸上的编号；确实没有用到，再按一次确认。',
  },
  'number-date-doubtful': {
    what: '日期可能不对：编号日期 {on}，电脑今天是 {today}，可是登记簿里已有 {last} 的记录。',
    safe: '还没有取号。',
    act: '请看右下角电脑的日期；日期没有错，再按一次确认。',
  },
  'needs-slip': {
    what: '作废编号要由负责人决定。',
    safe: kept,
    act: '请负责人来办，或填上负责人签过字的审批单编号和日期。',
  },
  'name-taken': { what: '已有同名的用户。', safe: kept, act: '请换一个能区分的写法。' },
  'case-finished': {
    what: '本案已到「{state}」，这些内容不能再改。',
    safe: kept,
    act: '确实要再办的，请负责人（或凭审批单）先「重新办理」并写明原因；只是当初录错的，用「录入更正」。',
  },
  'post-referred': {
    what: '这名人员已经记在培训签到里，或者有人接替过，不能删除。',
    safe: '名册没有变化。',
    act: '不再担任的请办「离任」或「更换」；登记错了的，直接在表单里改。',
  },
  'place-has-more': {
    what: '还有 {count} 个在它下面或并入了它，如「{name}」，不能删除。',
    safe: '区划名单没有变化。',
    act: '撤销、合并的请填撤销日期和并入哪里，不要删除；登记错了的，请先改它们的上级。',
  },
  'dossier-not-built': {
    what: '这本卷宗还没有生成，或已经被后来生成的替换。',
    safe: kept,
    act: '请再点一次「生成整卷」。',
  },
  'case-not-finished': { what: '本案还没有结案，不用重新办理。', safe: kept, act: '直接接着办就可以。' },
  'approval-needed': {
    what: '「{act}」要由{roles}决定。',
    safe: '您填的内容还在，没有保存。',
    act: '请{roles}登录办理；已经在纸上批过的，填写这一次审批单的编号和日期后再办，办别的事用过的不能再用。',
  },
  'agreement-not-in-effect': {
    what: '本案的协议还没有生效。',
    safe: kept,
    act: '请先登记签署和盖章；没有生效的协议，直接改协议内容就可以。',
  },
  'second-person-needed': {
    what: '录入更正要两个人办：提出的人不能自己确认。',
    safe: '更正还没有生效，原来的内容没有变化。',
    act: '请另一人登录，核对纸质原件后确认。单位只有一个用户的，请管理员在「设置」里添一个。',
  },
  'correction-outdated': {
    what: '这条更正已经办过，或者要更正的内容已经变了。',
    safe: kept,
    act: '请核对现在的内容；需要时重新提出更正。',
  },
  'paper-incomplete': { what: '文书还缺必要的内容，不能定稿。', safe: kept, act: '请按右侧「还缺什么」逐项补齐。' },
  'holiday-file-wrong': {
    what: '这个放假安排文件不对，没有导入。',
    safe: '现有的放假安排和到期日没有变化。',
    act: '请对照下面列出的问题改正文件，或向上级重新要一份。',
  },
  'paper-on-file': {
    what: '这份协议是补录的，签过字的原件在卷里，程序没有留存。',
    safe: kept,
    act: '需要副本的，请从卷宗复印。',
  },
  'paper-kept': {
    what: '协议已生效，只能打印原件的副本，不能套打。',
    safe: kept,
    act: '取消“套打”，照副本打印。',
  },
  'print-not-last': {
    what: '这次打印已经撤过，后面又打印过，或者是别人打印的，不能撤。',
    safe: '打印记录没有变化，文书也没有变化。',
    act: '不影响办案：份数多记一次没有关系，需要时照样打印。',
  },
  'no-printer': {
    what: '这台电脑上没有装打印机。',
    safe: '文书没有变化，这次打印没有登记。',
    act: '接上打印机、打开电源并在 Windows 里装好，再打印；急用的，保存 PDF 拿到别的电脑上打印。',
  },
  'glyph-missing': { what: '有的字打印不出来：{glyphs}。', safe: kept, act: '请换用能打印的写法，或打印后手写补上。' },
  'fonts-missing': {
    what: '程序自带的字库文件缺失或损坏（{file}），文书暂时打不出来。',
    safe: kept,
    act: '请用安装文件重新安装程序，数据不受影响；安装前可先用空白表手填。',
  },
  ...scanErrors,
  ...sheetErrors,
  ...fileErrors,
  'receipt-unknown': {
    what: '这个回执对不上任何一次报送。',
    safe: '报送记录没有变化。',
    act: '请核对回执是否发给本单位。',
  },
  'card-mismatch': {
    what: '核对码不一致，登记卡没有收下。',
    safe: '没有登记任何单位。',
    act: '请与对方电话逐位核对；仍不一致，请对方重发登记卡。',
  },
  'no-recipient': { what: '还没有登记上级接收单位。', safe: kept, act: '请先收下上级的登记卡并核对核对码。' },
  'nothing-to-hand-over': { what: '上次回执以后没有新的变化。', safe: kept, act: '不用报送。' },
  'target-gone': {
    what: 'U 盘或文件夹不见了。',
    safe: '登记簿没有变化，没有留下半个文件。',
    act: '请插好 U 盘后再来一次。',
  },
  'target-full': {
    what: 'U 盘或文件夹空间不够。',
    safe: '登记簿没有变化，没有留下半个文件。',
    act: '请腾出空间或换一个 U 盘。',
  },
  'target-read-only': {
    what: 'U 盘或文件夹不能写入。',
    safe: '登记簿没有变化。',
    act: '请检查写保护开关，或换一个 U 盘。',
  },
  'target-occupied': {
    what: '那里已有同名文件，没有覆盖。',
    safe: '原来的文件没有变化。',
    act: '请换一个文件夹，或先移走同名文件。',
  },
} as const
