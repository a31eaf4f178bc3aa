import { Fragment, useState, type ReactNode } from 'react';
import { Card } from '../ui/card';
import { CsvButton } from '../ui/csv-button';
import { Answered, Empty } from '../ui/states';
import { SecondLine, Table } from '../ui/table';

/** A cell's text for CSV and search, and how it is shown where that is more than the text. */
export interface Cell {
  text: string;
  shown?: ReactNode;
}

/** Rows more than which a list is cut; the filter finds the rest. */
const SHOWN = 200;

/**
 * A list of the registry: filtered by what is typed, saved as it stands. Its first two columns stay on a narrow page,
 * the others follow on a second line.
 */
export function RecordTable<Item>({
  title,
  answer,
  columns,
  marked,
  idOf,
}: {
  title: string;
  answer: { data: Item[] | undefined; error: unknown; refetch: () => unknown };
  columns: readonly (readonly [head: string, cell: (item: Item) => Cell])[];
  /** the one that a link leads to */
  marked?: string;
  idOf: (item: Item) => string;
}) {
  const [filter, setFilter] = useState(marked ?? '');
  const wanted = filter.trim().toLowerCase();
  const rows = (answer.data ?? [])
    .map((item) => ({ id: idOf(item), cells: columns.map(([, cell]) => cell(item)) }))
    .filter(({ cells }) => cells.some(({ text }) => text.toLowerCase().includes(wanted)));
  return (
    <Card
      title={title}
      note={answer.data && (wanted ? `${rows.length} of ${answer.data.length}` : answer.data.length)}
      actions={
        <>
          <label className="labelled">
            Filter
            <input className="field" size={20} value={filter} onChange={(event) => setFilter(event.target.value)} />
          </label>
          <CsvButton
            sheet={() => ({
              file: title.toLowerCase(),
              head: columns.map(([head]) => head.toLowerCase()),
              rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
            })}
          />
        </>
      }
    >
      <Answered answer={answer} what={title.toLowerCase()}>
        {() =>
          rows.length === 0 ? (
            <Empty title={wanted ? 'None matches the filter' : `No ${title.toLowerCase()} yet`} />
          ) : (
            <>
              <Table label={title} columns={columns.map(([head], index) => ({ head, wide: index > 1 }))}>
                {rows.slice(0, SHOWN).map(({ id, cells }) => (
                  <Fragment key={id}>
                    <tr className={id === marked ? 'marked' : undefined}>
                      {cells.map(({ text, shown }, index) => (
                        <td key={index} className={index > 1 ? 'wide' : undefined}>
                          {shown ?? text}
                        </td>
                      ))}
                    </tr>
                    <SecondLine span={cells.length}>
                      {cells.slice(2).map(({ text, shown }, index) => (
                        <span key={index}>{shown ?? text}</span>
                      ))}
                    </SecondLine>
                  </Fragment>
                ))}
              </Table>
              {rows.length > SHOWN && (
                <p className="more note">
                  The first {SHOWN} of {rows.length}: filter to see others. CSV holds all of them.
                </p>
              )}
            </>
          )
        }
      </Answered>
    </Card>
  );
}
