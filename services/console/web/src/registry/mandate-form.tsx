import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exactAmount } from '../money/amount';
import { parseAmount } from '../money/parse-amount';
import { useAssets } from '../queries';
import { textOf, type FormProps } from './propose-forms';
import { mandatesQuery } from './registry-queries';

const AMOUNTS = [
  ['threshold', 'Planned from'],
  ['automaticUpTo', 'Without a person up to'],
  ['limit', 'At most'],
] as const;

/** The next version of a mandate: its amounts, and whether it permits anything at all. */
export function MandateForm({ onSend, end }: FormProps) {
  const mandates = useQuery(mandatesQuery).data ?? [];
  const assets = useAssets();
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState<string>();
  const mandate = mandates.find(({ mandateId }) => mandateId === chosen) ?? mandates[0];
  if (!mandate) return <form>No mandate is in force yet: the first one comes by POST /mandates.{end}</form>;

  const asset = assets.of(mandate.assetId);
  const decimals = asset?.decimals ?? 0;
  const submit = (form: HTMLFormElement) => {
    const { mandateId, assetId, kind, fromRole, toWalletId, maxFee, validForSeconds } = mandate;
    const amounts: Record<string, string> = {};
    for (const [name, label] of AMOUNTS) {
      const text = textOf(form, name);
      const units = /^0+(\.0+)?$/.test(text) ? 0n : parseAmount(text, decimals);
      if (typeof units === 'string') return setFault(`${label}: ${units}`);
      amounts[name] = units.toString();
    }
    setFault(undefined);
    const enabled = new FormData(form).has('enabled');
    return onSend({ mandateId, assetId, kind, fromRole, toWalletId, maxFee, validForSeconds, enabled, ...amounts });
  };
  return (
    <form
      key={`${mandate.mandateId} ${mandate.version}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <label className="dialog-field">
        Mandate
        <select className="select" value={mandate.mandateId} onChange={(event) => setChosen(event.target.value)}>
          {mandates.map(({ mandateId }) => (
            <option key={mandateId}>{mandateId}</option>
          ))}
        </select>
      </label>
      <p className="note">
        {mandate.kind} of {asset?.symbol} from {mandate.fromRole} to {mandate.toWalletId ?? 'who lacks gas'}, version{' '}
        {mandate.version} in force
      </p>
      {AMOUNTS.map(([name, label]) => (
        <label key={name} className="dialog-field">
          {label}, {asset?.symbol}
          <input
            className="field"
            name={name}
            required
            inputMode="decimal"
            defaultValue={exactAmount(mandate[name], decimals)}
          />
        </label>
      ))}
      <label className="dialog-choice">
        <input type="checkbox" name="enabled" defaultChecked={mandate.enabled} />
        <span>It permits movements; without this it is withdrawn.</span>
      </label>
      {fault && (
        <p className="dialog-error" role="alert">
          {fault}
        </p>
      )}
      {end}
    </form>
  );
}
