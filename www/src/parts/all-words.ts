import { type AllStrings, allStringsOf } from '../strings/later.ts';
import { Words } from './words.ts';

/** The words of an element that is loaded later. */
export class AllWords extends Words {
  override get strings(): AllStrings {
    return allStringsOf(this.language);
  }
}
