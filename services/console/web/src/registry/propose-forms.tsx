import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { registeredClientsQuery, walletsQuery } from './registry-queries';

/** A form of the proposal dialog: what it sends is one item as the registry reads it. */
export interface FormProps {
  onSend: (item: object) => void;
  /** its last lines */
  end: ReactNode;
}

const ID = { pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}', title: '1 to 64 of A-Z a-z 0-9 . _ -' };

export function ClientForm({ onSend, end }: FormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ clientId: textOf(event.currentTarget, 'clientId') });
      }}
    >
      <label className="dialog-field">
        Client id
        <input className="field" name="clientId" required autoComplete="off" {...ID} />
      </label>
      {end}
    </form>
  );
}

export function AddressForm({ onSend, end }: FormProps) {
  const wallets = useQuery(walletsQuery).data ?? [];
  const clients = (useQuery(registeredClientsQuery).data ?? []).filter(({ state }) => state === 'open');
  const [chosen, setChosen] = useState<string>();
  const wallet = wallets.find(({ walletId }) => walletId === chosen) ?? wallets[0];
  const isForClient = wallet?.role === 'deposit';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onSend({
          chain: wallet?.chain,
          address: textOf(form, 'address'),
          walletId: wallet?.walletId,
          ...(isForClient && { clientId: textOf(form, 'clientId') }),
        });
      }}
    >
      <label className="dialog-field">
        Address
        <input
          className="field"
          name="address"
          required
          autoComplete="off"
          pattern="0x[0-9a-fA-F]{40}"
          title="0x and 40 hexadecimal digits"
        />
      </label>
      <label className="dialog-field">
        Wallet
        <select className="select" value={wallet?.walletId} onChange={(event) => setChosen(event.target.value)}>
          {wallets.map(({ walletId, label, chain }) => (
            <option key={walletId} value={walletId}>
              {label} ({walletId}, {chain})
            </option>
          ))}
        </select>
      </label>
      {isForClient && (
        <label className="dialog-field">
          Client whose deposits arrive there
          <select className="select" name="clientId" required>
            {clients.map(({ clientId }) => (
              <option key={clientId}>{clientId}</option>
            ))}
          </select>
        </label>
      )}
      {end}
    </form>
  );
}

export const textOf = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name)).trim();
