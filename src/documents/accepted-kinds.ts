/** The kinds of content, told from the first bytes of a file. */
export type Content = 'pdf' | 'ofd' | 'docx' | 'xlsx' | 'pptx' | 'cfb' | 'jpg' | 'png' | 'tif' | 'zip' | 'text';

export interface AcceptedKind {
  content: Content;
  mediaType: string;
}

const as = (content: Content, mediaType: string): AcceptedKind => ({ content, mediaType });

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/**
 * The accepted kinds by extension. The offices' old programs (Word 97, WPS) all write one container, Microsoft's
 * compound file.
 */
export const acceptedKinds: Readonly<Record<string, AcceptedKind>> = {
  pdf: as('pdf', 'application/pdf'),
  ofd: as('ofd', 'application/ofd'),
  docx: as('docx', `${OPEN_XML}.wordprocessingml.document`),
  xlsx: as('xlsx', `${OPEN_XML}.spreadsheetml.sheet`),
  pptx: as('pptx', `${OPEN_XML}.presentationml.presentation`),
  doc: as('cfb', 'application/msword'),
  xls: as('cfb', 'application/vnd.ms-excel'),
  ppt: as('cfb', 'application/vnd.ms-powerpoint'),
  wps: as('cfb', 'application/wps-office.wps'),
  et: as('cfb', 'application/wps-office.et'),
  dps: as('cfb', 'application/wps-office.dps'),
  jpg: as('jpg', 'image/jpeg'),
  jpeg: as('jpg', 'image/jpeg'),
  png: as('png', 'image/png'),
  tif: as('tif', 'image/tiff'),
  tiff: as('tif', 'image/tiff'),
  zip: as('zip', 'application/zip'),
  txt: as('text', 'text/plain'),
  csv: as('text', 'text/csv'),
};

export const acceptedExtensions = Object.keys(acceptedKinds);
