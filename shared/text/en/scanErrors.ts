const scanKept = 'The case and its scans are unchanged; this file was not added.'

/** Why a file was not added to a dossier, in the same three parts. */
export const scanErrors = {
  'scan-empty': { what: 'The file is empty.', safe: scanKept, act: 'Scan or photograph it again, then add it.' },
  'scan-kind': {
    what: 'The file holds neither a picture nor a PDF, whatever its name says.',
    safe: scanKept,
    act: 'Use a JPG, PNG, WebP or BMP picture, or a PDF.',
  },
  'scan-active': {
    what: 'The file is a web page or a drawing that may carry a script; refused.',
    safe: scanKept,
    act: 'Scan or photograph the paper as JPG or PDF.',
  },
  'scan-heic': {
    what: 'This is a HEIC photo of an iPhone, which cannot be read here.',
    safe: scanKept,
    act: 'Choose “Most Compatible” under Settings, Camera, Formats on the telephone, or save it as JPG.',
  },
  'scan-tiff': {
    what: 'TIFF pictures are not taken in.',
    safe: scanKept,
    act: 'Save as JPG or PDF in the scanner’s program.',
  },
  'scan-cut': {
    what: 'The file is incomplete or damaged.',
    safe: scanKept,
    act: 'Copy it again from the telephone or stick; if that fails, scan again.',
  },
  'scan-pixels': {
    what: 'The picture is too large ({width}×{height} pixels; at most 100 million).',
    safe: scanKept,
    act: 'Scan at 300 dpi, or set the camera to its normal size.',
  },
  'scan-too-large': {
    what: 'The file has more than {megabytes} MB.',
    safe: scanKept,
    act: 'Scan at 300 dpi or less, or add the PDF in parts.',
  },
  'scan-locked': {
    what: 'The PDF has a password.',
    safe: scanKept,
    act: 'Save it without one in the program it came from, or print and scan it.',
  },
  'scan-hostile': {
    what: 'The file would use up the memory or time of this computer; reading was stopped and the file refused.',
    safe: scanKept,
    act: 'Ask where it came from; if it is a real scan, scan again.',
  },
  'scan-pages': {
    what: 'The PDF has more than {most} pages, the most at a time.',
    safe: scanKept,
    act: 'Add it in parts, or scan only the pages of this file.',
  },
  'scan-twice': {
    what: 'The case has this file already.',
    safe: 'The scan is unchanged and was not added again.',
    act: 'Nothing to do; to have it in another place too, choose “Add anyway”.',
  },
  'scan-upload-gone': { what: 'The file did not arrive whole.', safe: scanKept, act: 'Add it again.' },
} as const
