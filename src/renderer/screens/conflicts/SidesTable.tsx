import { IconEqualNot } from '@tabler/icons-react';
import { useText } from '../../text/use-text.ts';
import type { Side } from './find-sides.ts';

/** Both sides next to each other, line by line; what differs is marked by ground, sign and word. */
export function SidesTable({ sides, label }: { readonly sides: readonly Side[]; readonly label: string }) {
  const t = useText();
  return (
    <table className="rows sides" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{t('conflicts.deskSide')}</th>
          <th scope="col">{t('conflicts.citySide')}</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({ key, label: name, desk, city, differs }) => (
          <tr key={key} data-differs={differs || undefined}>
            <th scope="row">
              {name}
              {differs && (
                <span className="sides-mark">
                  <IconEqualNot size={13} aria-hidden="true" /> {t('conflicts.differs')}
                </span>
              )}
            </th>
            <td>{desk}</td>
            <td>{city}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
