/** The entry point for hosts that take an anywidget. */
import './embed.ts';
import { widget } from './embed/anywidget.ts';

export default widget;
