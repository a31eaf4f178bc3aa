import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/states';
import { ScreenHead } from '../ui/screen-head';

export function NotFound() {
  return (
    <>
      <ScreenHead title="Not found" />
      <section className="card">
        <Empty title="There is nothing at this address">
          Check the link, or go to <Link to="/flow">Flow</Link>.
        </Empty>
      </section>
    </>
  );
}
