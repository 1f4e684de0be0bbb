/** Fields that are left as one: their errors may be said once the focus goes elsewhere. */
import type { FocusEvent, ReactNode } from 'react';
import type { FieldGroup } from './useFormErrors.ts';

type Props = {
  group: FieldGroup;
  onLeave: (group: FieldGroup) => void;
  className?: string;
  children: ReactNode;
};

export function FieldGroupBox({ group, onLeave, className, children }: Props) {
  const blurred = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    // Out of the window is not out of the field.
    if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return;
    onLeave(group);
  };
  return (
    <div className={className} data-group={group} onBlur={blurred}>
      {children}
    </div>
  );
}
