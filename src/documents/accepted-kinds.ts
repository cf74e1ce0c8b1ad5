/** The kinds of content, told from the bytes of a file. */
export type Content =
  'pdf' | 'ofd' | 'docx' | 'xlsx' | 'pptx' | 'cfb' | 'rtf' | 'jpg' | 'png' | 'tif' | 'heic' | 'zip' | 'text';

export interface AcceptedKind {
  /** Any of these may lie under the extension. */
  contents: readonly Content[];
  mediaType: string;
}

const as = (mediaType: string, ...contents: Content[]): AcceptedKind => ({ contents, mediaType });

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/**
 * The accepted kinds by extension: what the offices' own programs write. The old ones (Word 97, WPS) all write one
 * container, Microsoft's compound file; newer ones also put RTF or Office Open XML under the old extensions, and every
 * office program opens a file by its content. OFD is the national standard for electronic documents (GB/T 33190), HEIC
 * what phones photograph.
 */
export const acceptedKinds: Readonly<Record<string, AcceptedKind>> = {
  pdf: as('application/pdf', 'pdf'),
  ofd: as('application/ofd', 'ofd'),
  docx: as(`${OPEN_XML}.wordprocessingml.document`, 'docx'),
  xlsx: as(`${OPEN_XML}.spreadsheetml.sheet`, 'xlsx'),
  pptx: as(`${OPEN_XML}.presentationml.presentation`, 'pptx'),
  doc: as('application/msword', 'cfb', 'rtf', 'docx'),
  xls: as('application/vnd.ms-excel', 'cfb', 'xlsx'),
  ppt: as('application/vnd.ms-powerpoint', 'cfb', 'pptx'),
  wps: as('application/wps-office.wps', 'cfb', 'rtf', 'docx'),
  et: as('application/wps-office.et', 'cfb', 'xlsx'),
  dps: as('application/wps-office.dps', 'cfb', 'pptx'),
  rtf: as('application/rtf', 'rtf'),
  jpg: as('image/jpeg', 'jpg'),
  jpeg: as('image/jpeg', 'jpg'),
  jfif: as('image/jpeg', 'jpg'),
  png: as('image/png', 'png'),
  tif: as('image/tiff', 'tif'),
  tiff: as('image/tiff', 'tif'),
  heic: as('image/heic', 'heic'),
  heif: as('image/heif', 'heic'),
  zip: as('application/zip', 'zip'),
  txt: as('text/plain', 'text'),
  csv: as('text/csv', 'text'),
};

export const acceptedExtensions = Object.keys(acceptedKinds);
