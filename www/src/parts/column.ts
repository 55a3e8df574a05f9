/** What a view passes to `<pp-rows>`, and the events that it gets. */

/** A column of a list. */
export interface Column<Item> {
  title: unknown;
  /** As `grid-template-columns` has it. */
  width: string;
  cell(item: Item): unknown;
  /** Left out if the list is narrow. */
  wide?: boolean;
  /** On a second line below the others if the list is narrow. */
  below?: boolean;
  /** How the list is sorted by this column. Absent if it cannot be sorted by it. */
  sorted?: 'none' | 'ascending' | 'descending';
  sort?(): void;
}

/** Fetches a part of a list. Undefined if the run was replaced: the view is about to pass another function. */
export type Fetch<Item> = (offset: number, limit: number) => Promise<readonly Item[] | undefined>;

/** A row was picked (click or arrow key) or entered (Enter or double click). */
export type RowEvent<Item> = CustomEvent<{ index: number; item: Item }>;
