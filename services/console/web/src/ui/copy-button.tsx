import { useEffect, useState } from 'react';
import { CheckIcon, CopyIcon, LinkIcon } from './icons';

/** Copies a value in full. `what` completes its name: "Copy address". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="copy"
      aria-label={copied ? 'Copied' : `Copy ${what}`}
      title={copied ? 'Copied' : `Copy ${what}`}
      onClick={(event) => {
        event.stopPropagation();
        void navigator.clipboard.writeText(value).then(() => setCopied(true));
      }}
    >
      {copied ? <CheckIcon /> : <CopyIcon />}
    </button>
  );
}

export function CopyLinkButton() {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="button copy-link"
      onClick={() => void navigator.clipboard.writeText(location.href).then(() => setCopied(true))}
      onBlur={() => setCopied(false)}
    >
      {copied ? <CheckIcon /> : <LinkIcon />}
      <span className="copy-link-text">{copied ? 'Link copied' : 'Copy link'}</span>
    </button>
  );
}
