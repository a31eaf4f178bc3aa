import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ApiError } from '../api';
import { SCREENS } from '../shell/screens';
import { choiceOf, findQuery, LEAST_LETTERS, screensFor, type Choice } from './find';
import './palette.css';

/**
 * Finds anything by how it begins, and goes there: one field, one list, the arrow keys and Enter.
 *
 * @param id         what the button that opens it calls it
 * @param isAwaited  somebody asked for it before its code was here
 */
export function Palette({ id, isAwaited }: { id: string; isAwaited: boolean }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAwaited) popover.current?.showPopover();
  }, []);
  const wanted = text.trim();
  const found = useQuery(findQuery(wanted));
  const choices = [
    ...screensFor(wanted, SCREENS),
    ...(wanted.length < LEAST_LETTERS ? [] : (found.data ?? []).map(choiceOf)),
  ];
  const chosen = Math.min(at, choices.length - 1);

  const go = ({ to, search }: Choice) => {
    popover.current?.hidePopover();
    router.history.push(search ? `${to}?${new URLSearchParams(search)}` : to);
  };
  const onKey = (event: KeyboardEvent) => {
    const choice = choices[chosen];
    if (event.key === 'Enter' && choice) go(choice);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.min(Math.max(chosen + step, 0), choices.length - 1));
  };
  return (
    <div
      ref={popover}
      id={id}
      popover="auto"
      className="palette"
      role="dialog"
      aria-label="Find"
      onToggle={(event) => {
        if (event.newState === 'open') setAt(0);
        else setText('');
      }}
    >
      <input
        ref={focusOnOpening}
        className="palette-field"
        role="combobox"
        aria-label="Find"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices[chosen] ? `${listId}-${chosen}` : undefined}
        placeholder="Address, transaction, client, account or screen"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id={listId} role="listbox" aria-label="Found">
        {choices.map((choice, index) => (
          <Fragment key={choice.key}>
            {choice.group !== choices[index - 1]?.group && <li role="presentation">{choice.group}</li>}
            <li
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onClick={() => go(choice)}
              ref={index === chosen ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
            >
              <span className="palette-text">{choice.text}</span>
              <span className="note">{choice.note}</span>
            </li>
          </Fragment>
        ))}
      </ul>
      <p className="palette-end note" role="status">
        {statusOf(wanted, found.error, found.isLoading || found.isPlaceholderData, choices.length)}
      </p>
    </div>
  );
}

/** The browser gives it the focus as the popover opens: with `toggle`, which comes later, first letters would be lost. */
const focusOnOpening = (field: HTMLInputElement | null) => field?.setAttribute('autofocus', '');

function statusOf(wanted: string, error: unknown, isSearching: boolean, count: number): string {
  if (wanted.length < LEAST_LETTERS) return 'Type how an id, address or transaction begins';
  if (error) return error instanceof ApiError ? error.message : 'The search failed: type again';
  if (isSearching) return 'Searching…';
  return count === 0 ? `Nothing begins with “${wanted}”` : `${count} found`;
}
