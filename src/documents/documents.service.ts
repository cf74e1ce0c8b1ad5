import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '#machines/kit/case/facts.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { instantOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { invalidPayload, notApplicable, notFound, notYourStep, Problem, unsupportedType } from '../http/problem.js';
import { DocumentRows, type StoredDocument } from '../persistence/stores/document-rows.js';
import { acceptedExtensions, acceptedKinds } from './accepted-kinds.js';
import { CASE_ACCESS, type AccessibleCase, type CaseAccess } from './case-access.js';
import { isReally, type Kept } from './content.js';
import { DOCUMENT_STORE, type DocumentStore, type Stored } from './document-store.js';
import { cleanName, extensionOf, faultInName } from './file-name.js';

/** A document as its readers see it, without the place of its content. */
export interface DocumentView {
  id: string;
  kind: string;
  name: string;
  mediaType: string;
  sha256: string;
  /** Bytes. */
  size: number;
  uploadedBy: string;
  uploadedAt: IsoInstant;
}

const view = (d: StoredDocument): DocumentView => ({
  id: d.id,
  kind: d.kind,
  name: d.name,
  mediaType: d.mediaType,
  sha256: d.sha256,
  size: d.size,
  uploadedBy: d.uploadedBy,
  uploadedAt: instantOf(d.uploadedAt.getTime()),
});

/** A file that has arrived as a whole but does not belong to a case yet. */
export interface Arrived extends Stored {
  name: string;
}

@Injectable()
export class DocumentsService {
  constructor(
    @Inject(CASE_ACCESS) private readonly cases: CaseAccess,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly rows: DocumentRows,
    private readonly procedures: Procedures,
  ) {}

  /** @throws Problem 404 when the person may not see the case, 409 when it takes no documents any more. */
  async admit(caseId: string, actor: Actor): Promise<AccessibleCase> {
    const found = await this.cases.require(caseId, actor);
    if (!found.mayContribute) throw notYourStep('您的单位或岗位只能查看，不能上传材料。');
    if (!found.open) throw notApplicable([], '案件已经办结，不再接收材料。');
    return found;
  }

  /**
   * Keeps the content of a file with an accepted name. The content is judged once it has arrived.
   * @throws Problem 400 for a name that nobody can read, 415 for a kind that is not accepted; then the stream is left
   *   unread.
   */
  async receive(sentName: string, content: Readable): Promise<Arrived> {
    const name = cleanName(sentName);
    const fault = faultInName(name);
    if (fault !== null) throw invalidPayload([{ pointer: '/file', message: fault }]);
    if (!acceptedKinds[extensionOf(name)]) throw unsupported(name);
    return { name, ...(await this.store.put(content)) };
  }

  /** @throws Problem 400 for an unknown kind or an empty file, 415 when the content is not what the name says. Nothing is kept then. */
  async attach(
    caseId: string,
    found: AccessibleCase,
    kind: string,
    file: Arrived,
    actor: Actor,
  ): Promise<DocumentView> {
    try {
      this.refuseUnknownKind(kind, found);
      if (file.size === 0) throw invalidPayload([{ pointer: '/file', message: '文件是空的。' }]);
      const { contents, mediaType } = acceptedKinds[extensionOf(file.name)]!;
      const kept: Kept = { open: () => this.store.open(file.key), peek: (look) => this.store.peek(file.key, look) };
      if (!(await isReally(contents, kept))) throw mismatched(file.name);
      const document: StoredDocument = {
        id: randomUUID(),
        caseId,
        kind,
        name: file.name,
        mediaType,
        sha256: file.sha256,
        size: file.size,
        storageKey: file.key,
        uploadedBy: actor.userId,
        uploadedAt: new Date(await this.clock.now()),
      };
      await this.rows.add(document);
      return view(document);
    } catch (error) {
      await this.discard(file);
      throw error;
    }
  }

  /** Removes a file that will not belong to a case. */
  async discard(file: Arrived): Promise<void> {
    await this.store.remove(file.key);
  }

  async list(caseId: string, actor: Actor): Promise<DocumentView[]> {
    const { reads } = await this.cases.require(caseId, actor);
    return (await this.rows.of(caseId)).filter(({ kind }) => reads(kind)).map(view);
  }

  /** @throws Problem 404 for a document of another case as for one that does not exist. */
  async open(caseId: string, documentId: string, actor: Actor): Promise<{ document: DocumentView; content: Readable }> {
    const { reads } = await this.cases.require(caseId, actor);
    const found = await this.rows.one(caseId, documentId);
    if (!found || !reads(found.kind)) throw notFound();
    return { document: view(found), content: await this.store.open(found.storageKey) };
  }

  private refuseUnknownKind(kind: string, { procedureId, procedureVersion }: AccessibleCase): void {
    const { documents } = this.procedures.of(procedureId, procedureVersion);
    if (Object.hasOwn(documents, kind)) return;
    const kinds = Object.entries(documents).map(([id, { label }]) => `${id}(${label})`);
    throw invalidPayload([{ pointer: '/kind', message: `本流程没有这种材料，可选：${kinds.join('、')}。` }]);
  }
}

const unsupported = (name: string): Problem =>
  unsupportedType(`不接收“${name}”这种文件，可接收：${acceptedExtensions.join('、')}。`, {
    accepted: acceptedExtensions,
  });

const mismatched = (name: string): Problem =>
  unsupportedType(`“${name}”的内容与扩展名不符，或者文件已损坏。`, { accepted: acceptedExtensions });
