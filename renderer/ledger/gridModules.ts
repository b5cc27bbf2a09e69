import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community'

/** What the read-only lists use of the grid, and no more: every module is weight in the window. */
ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  LocaleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  RowApiModule,
  CellApiModule,
  ScrollApiModule,
  EventApiModule,
  RenderApiModule,
  CellStyleModule,
  RowSelectionModule,
  TooltipModule,
])
