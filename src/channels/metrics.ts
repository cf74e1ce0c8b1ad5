import { Counter } from 'prom-client';
import { registry } from '../health/metrics.js';

const deliveries = new Counter({
  name: 'deliveries_total',
  help: 'Attempts to send a message, by channel and by what became of the message.',
  labelNames: ['channel', 'outcome'],
  registers: [registry],
});

/** `planned`: to be tried again. */
export const countDelivery = (channel: string, outcome: 'delivered' | 'empty' | 'planned' | 'failed'): void =>
  deliveries.inc({ channel, outcome: outcome === 'planned' ? 'retry' : outcome });
