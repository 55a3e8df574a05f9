import type { Report, StageName } from '../../engine/protocol.ts';
import { strings } from '../../strings/index.ts';

/** Why nothing was reconciled, and the stage to switch on, if that helps. */
export interface Why {
  text: string;
  off?: StageName;
}

/** Undefined if reconcile has compared something. */
export function whyNot(report: Report): Why | undefined {
  const { stages, error, sources, reconciliationCount } = report;
  const words = strings.reconciliation.why;
  const off = (stage: StageName) => stages.find(({ name }) => name === stage)?.flag === false;
  if (reconciliationCount > 0) return undefined;
  if (error) return { text: words.error };
  if (off('reconcile')) return { text: words.flag, off: 'reconcile' };
  if (off('adapt')) return { text: words.adapt, off: 'adapt' };
  if (sources.length < 2) return { text: words.sources(sources.map(({ name }) => name)) };
  return { text: words.keys };
}
