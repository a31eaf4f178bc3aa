import type { ReactNode } from 'react';

const icon = (drawing: ReactNode) =>
  function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
    );
  };

export const FlowIcon = icon(
  <>
    <path d="M1.5 4C6.5 4 6.5 8 11 8h3.5" />
    <path d="M1.5 12C6.5 12 6.5 8 11 8" />
  </>,
);
export const DepositsIcon = icon(<path d="M8 2v7.5M5 6.8 8 9.8l3-3M2.5 10v3.5h11V10" />);
export const LedgerIcon = icon(<path d="M3.5 1.8h6.3l2.7 2.7v9.7h-9zM6 7.5h4M6 10.5h4" />);
export const HealthIcon = icon(<path d="M1.5 8.5h3l2-5 3 9.5 2-4.5h3" />);
export const ThemeIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5v11" />
  </>,
);
export const HelpIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.2 6.3c.2-1 1-1.6 1.9-1.6 1 0 1.8.7 1.8 1.6 0 1.2-1.8 1.4-1.8 2.6M8 11.2v.1" />
  </>,
);
export const CopyIcon = icon(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
  </>,
);
export const CheckIcon = icon(<path d="m3 8.5 3.2 3.2L13 4.8" />);
export const CrossIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const ChevronIcon = icon(<path d="m6 3.5 4.5 4.5L6 12.5" />);
export const ArrowIcon = icon(<path d="M2.5 8h11M9.5 4l4 4-4 4" />);
export const LinkIcon = icon(
  <path d="M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1" />,
);
export const WarningIcon = icon(<path d="M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1" />);
export const TraceIcon = icon(
  <>
    <circle cx="3.5" cy="8" r="1.7" />
    <path d="M5.2 8h2.3c2 0 2-4 4-4h2M7.5 8c2 0 2 4 4 4h2" />
  </>,
);
export const ApprovalsIcon = icon(<path d="M2.5 2.5h11v11h-11zM5 8.2l2.2 2.2L11.2 6" />);
export const SweepsIcon = icon(<path d="M2 4.5h9M8.5 2 11 4.5 8.5 7M14 11.5H5M7.5 9 5 11.5 7.5 14" />);
export const RegistryIcon = icon(<path d="M2.5 3h11v3h-11zM2.5 10h11v3h-11zM5 4.5h.1M5 11.5h.1" />);
export const PersonIcon = icon(
  <>
    <circle cx="8" cy="5.2" r="2.7" />
    <path d="M2.8 14c.4-3 2.4-4.5 5.2-4.5s4.8 1.5 5.2 4.5" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.4 10.4 3.4 3.4" />
  </>,
);
