import { type PartStrings, partStringsOf } from '../strings/parts.ts';
import { Words } from './words.ts';

/** The words of the editor, of the flow, and of what is around them. */
export class PartWords extends Words {
  override get strings(): PartStrings {
    return partStringsOf(this.language);
  }
}
