/** What a view tells `<pp-rows>`, and hears from it. */

/** A column of a list. */
export interface Column<Item> {
  title: string;
  /** As `grid-template-columns` has it. */
  width: string;
  cell(item: Item): unknown;
  /** Left out where the list is narrow. */
  wide?: boolean;
  /** On a line of its own, below the others, where the list is narrow. */
  below?: boolean;
  /** How the list is sorted by this column; absent where it cannot be. */
  sorted?: 'none' | 'ascending' | 'descending';
  sort?(): void;
}

/** A row that was picked (by click or arrow key) or entered (Enter, double click). */
export type RowEvent<Item> = CustomEvent<{ index: number; item: Item }>;
