import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReconciliationGroup, RecordTrace } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';

/** The reconciliation group of the record that the host shows. Fetched when the record changes. */
export class GroupOf implements ReactiveController {
  group: ReconciliationGroup | undefined;
  #host: ReactiveControllerHost;
  #record: RecordTrace | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** `run`: the record's run. */
  async follow(run: RunView | undefined, record: RecordTrace | undefined): Promise<void> {
    if (record === this.#record) return;
    this.#record = record;
    const groups =
      record?.group === undefined ? [] : await run?.ask('reconciliation', record.group, 1);
    if (record !== this.#record) return;
    this.group = groups?.[0];
    this.#host.requestUpdate();
  }
}
