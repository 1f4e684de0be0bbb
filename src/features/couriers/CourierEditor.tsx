/** A courier's form over the page that it was opened from; the password is only ever sent. */
import { useLocation, useNavigate, useParams } from 'react-router';
import { RecordEditor } from '#src/components/records/RecordEditor.tsx';
import { couriersList } from '#src/components/records/ownPageLists.ts';
import { courierAddress, paths } from '#src/lib/paths.ts';
import type { SavedState } from './savedState.ts';

const created: SavedState = { savedCourier: 'created' };
const edited: SavedState = { savedCourier: 'edited' };

/** Over the list of couriers, which keeps its search and its order. */
export function NewCourier() {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (
    <RecordEditor
      list={couriersList}
      id={null}
      onClose={() => void navigate({ pathname: paths.couriers, search })}
      onSaved={(id) => void navigate(courierAddress(id), { state: created })}
    />
  );
}

/** Over the courier's own page. */
export function EditCourier() {
  const navigate = useNavigate();
  const { id = '' } = useParams();
  return (
    <RecordEditor
      list={couriersList}
      id={id}
      onClose={() => void navigate(courierAddress(id))}
      onSaved={() => void navigate(courierAddress(id), { state: edited })}
    />
  );
}
