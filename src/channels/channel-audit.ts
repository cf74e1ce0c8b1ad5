import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { AuditStore } from '../persistence/stores/audit.store.js';
import type { Endpoint } from '../persistence/stores/endpoint.store.js';
import type { Transaction } from '../persistence/transaction.js';
import { shownAddress } from './endpoint-view.js';

/**
 * Writes who has changed the ways out of the house, in the transaction of the change. It contains no secret: an address
 * is written as it is shown.
 */
@Injectable()
export class ChannelAudit {
  constructor(private readonly audit: AuditStore) {}

  async endpoint(
    tx: Transaction,
    action: 'endpoint.added' | 'endpoint.ended',
    { id, userId, unitId, channel, address, secret }: Endpoint,
    by: Actor,
    at: IsoInstant,
  ): Promise<void> {
    await this.append(
      tx,
      action,
      id,
      { channel, address: shownAddress(channel, address), user: userId, unit: unitId, signed: secret !== null },
      by,
      at,
    );
  }

  async delivery(
    tx: Transaction,
    action: 'delivery.retried' | 'delivery.dismissed',
    id: string,
    reason: string | null,
    by: Actor,
    at: IsoInstant,
  ): Promise<void> {
    await this.append(tx, action, id, reason === null ? {} : { reason }, by, at);
  }

  private async append(
    tx: Transaction,
    action: string,
    subject: string,
    detail: object,
    { userId, name, unitId }: Actor,
    at: IsoInstant,
  ): Promise<void> {
    await this.audit.append(tx, { at, actor: { id: userId, name, unit: unitId }, action, subject, detail });
  }
}
