import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReconciliationGroup, RecordTrace } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { lookAlikes } from './look-alikes.ts';

/** The reconciliation group of the record that the host shows. Fetched when the record changes. */
export class GroupOf implements ReactiveController {
  group: ReconciliationGroup | undefined;
  /** Those whose keys read like its key. */
  alike: ReconciliationGroup[] = [];
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
    this.alike = [];
    this.#host.requestUpdate();
    if (!run || !this.group) return;
    const alike = await lookAlikes(run, this.group);
    if (record !== this.#record) return;
    this.alike = alike;
    this.#host.requestUpdate();
  }
}
