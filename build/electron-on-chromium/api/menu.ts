import type { MenuItemConstructorOptions } from 'electron';
import { withGaps } from '../not-implemented.ts';

type Item = Readonly<{
  label: string;
  id: string | undefined;
  role: string | undefined;
  submenu: MenuObject | undefined;
  click(): void;
}>;
type MenuObject = Readonly<{ items: readonly Item[] }>;

let applicationMenu: MenuObject | null = null;

const buildItem = (template: MenuItemConstructorOptions): Item =>
  withGaps('MenuItem', {
    label: template.label ?? template.role ?? '',
    id: template.id,
    role: template.role,
    submenu: Array.isArray(template.submenu) ? buildFromTemplate(template.submenu) : undefined,
    /** There is no menu bar; a test can choose an item. Roles do nothing. */
    click: (): void => (template.click as ((...args: unknown[]) => void) | undefined)?.(),
  });

const buildFromTemplate = (template: readonly MenuItemConstructorOptions[]): MenuObject =>
  withGaps('Menu', { items: template.map(buildItem) });

export const Menu = withGaps('Menu', {
  buildFromTemplate,
  setApplicationMenu(menu: MenuObject | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: (): MenuObject | null => applicationMenu,
});
