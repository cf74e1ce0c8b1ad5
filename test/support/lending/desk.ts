import { deskFor } from '#machines/desk/desk.js';
import { parties, type LendingClause } from './terms.js';

/** The desk of this rule book, on its own clauses. */
export const desk = deskFor<LendingClause, 'librarian', string>({
  clauses: {
    responsibility: '2.4.4',
    informing: '1.1',
    urging: ['1.1'],
    recusal: ['2.4.4'],
    correction: '1.1',
    recall: '1.1',
    experts: '1.1',
  },
  parameters: { correctionNotice: 'endorsement', panel: 'panel', largePanel: 'panel', largePanelFrom: 'panel.from' },
  lifts: { party: 'librarian', label: parties.librarian.label },
  readers: '馆务会',
});

export const { acts } = desk;
