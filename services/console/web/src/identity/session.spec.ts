import { roleRefusal, signInPath } from './session';

it('names the role that is missing, and those that somebody has', () => {
  expect(roleRefusal({ roles: ['operator', 'approver'] }, 'approver')).toBeUndefined();
  expect(roleRefusal({ roles: ['auditor'] }, 'operator', 'approver')).toBe(
    'This takes the role operator or approver; you are auditor.',
  );
  expect(roleRefusal({ roles: [] }, 'approver')).toBe('This takes the role approver; you have no role.');
});

it('leads back to the whole address, its filters too', () => {
  const path = '/sweeps?state=SETTLED&kind=sweep';
  expect(new URL(signInPath(path), 'http://x').searchParams.get('return')).toBe(path);
});
