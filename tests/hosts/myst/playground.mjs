export { default } from '../playground/anywidget.js';
