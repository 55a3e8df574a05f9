/** The elements of this folder, inner elements first. */
import { PipelinePlayground } from './pipeline-playground.ts';
import { PpHeader } from './pp-header.ts';
import { PpRaised } from './pp-raised.ts';
import { PpResults } from './pp-results.ts';
import { PpShortcuts } from './pp-shortcuts.ts';
import { PpStatus } from './pp-status.ts';

export const elements = [PpHeader, PpRaised, PpResults, PpShortcuts, PpStatus, PipelinePlayground];
