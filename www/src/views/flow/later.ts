/** The flow as a table. */
export const laterTable = () => import('./pp-flow-table.ts');
