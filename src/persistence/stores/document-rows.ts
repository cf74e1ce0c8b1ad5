import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DocumentRow } from '../entities/document.entity.js';

export interface StoredDocument {
  id: string;
  caseId: string;
  kind: string;
  name: string;
  mediaType: string;
  sha256: string;
  /** Bytes. */
  size: number;
  storageKey: string;
  uploadedBy: string;
  uploadedAt: Date;
}

const read = ({ caseSeq: _, ...row }: DocumentRow): StoredDocument => ({ ...row, size: Number(row.size) });

/** The rows of documents; their contents lie elsewhere. Rows are only added. */
@Injectable()
export class DocumentRows {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a document between two events of its case: which decisions knew it can be told later (`caseSeq`). */
  async add(document: StoredDocument): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ seq: number }[]>('select seq from cases where id = $1 for share', [
        document.caseId,
      ]);
      await manager
        .getRepository(DocumentRow)
        .insert({ ...document, size: String(document.size), caseSeq: row?.seq ?? null });
    });
  }

  async of(caseId: string): Promise<StoredDocument[]> {
    const rows = await this.dataSource
      .getRepository(DocumentRow)
      .find({ where: { caseId }, order: { uploadedAt: 'asc', id: 'asc' } });
    return rows.map(read);
  }

  async one(caseId: string, id: string): Promise<StoredDocument | null> {
    const row = await this.dataSource.getRepository(DocumentRow).findOneBy({ id, caseId });
    return row && read(row);
  }
}
