import {
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { FieldMessage } from '~/contract/error-body';
import type { LineValues, OrderLine } from '~/contract/order-line';
import { lineIssues, missingToCreate } from '~/domain/confirmation-readiness';
import { changedLeaves, withLeavesFrom, type LeafKey } from '~/domain/line-leaves';
import { settleConflicts } from '~/domain/order-line-changes';
import { isDraft } from '~/domain/order-line-lifecycle';
import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import type { Keeping } from '~/kept/keeper';
import type { KeptObject } from '~/kept/kept-edits';
import { LineKeeping, loadLaterScreens, RefusedValues } from './later-screens';
import { afterFrame } from '~/ui/after-frame';
import { readFirst } from '~/ui/read-first';
import { useFocusStays } from '~/ui/use-focus-stays';
import { useNarrow } from '~/ui/use-narrow';
import { fieldFocus, goTo, type FieldFocus } from './field-focus';
import { LineEditContext, LineEditStore } from './line-edit';
import { forgetRejections } from './kept-rejections';
import { toFormValues, toLineValues, type LineFormValues } from './line-form-values';
import { LineSection } from './LineSection';
import styles from './LineForm.module.css';
import { ReadinessPanel } from './ReadinessPanel';
import { missingValues, refusalTexts, refusedByApi, type Refused } from './refused-values';
import { useRejections } from './rejections';
import { SaveBar } from './SaveBar';
import { SaveShortcut } from './SaveShortcut';
import type { OnResolve } from './SaveOutcomeNotice';
import { ContactsSection, SiteSection } from './SiteFields';
import type { TypedSince, TypedText } from './typed-since';
import { UnsavedGuard } from './UnsavedGuard';
import { today } from './today';

/** How a save ended, as far as the form must know. */
export type FormOutcome =
  | { readonly kind: 'saved'; readonly line: OrderLine }
  /** A new line has become one of the API's, with a page of its own. */
  | { readonly kind: 'created'; readonly open: (typedSince: () => TypedSince) => Promise<void> }
  | { readonly kind: 'refused'; readonly fields: readonly FieldMessage[] }
  | { readonly kind: 'not-saved' };

interface LineFormProps {
  /** The line as the API has it, by the newest reading; null for a new one. */
  readonly saved: OrderLine | null;
  /** What a new line starts with. */
  readonly initial: LineValues;
  /** What was typed into the form of the new line since that was sent; the form begins with it. */
  readonly takeTyped?: () => TypedText | null;
  /** `base` is what the form's changes are counted from. */
  readonly onSave: (values: LineValues, base: LineValues) => Promise<FormOutcome>;
  readonly isSaving: boolean;
  /** Under which name unsaved text is kept on this computer. */
  readonly keptAs: KeptObject;
  readonly cartId: string;
  /** Another tab has saved the line. */
  readonly onSavedElsewhere?: () => void;
  /** The field that the address asks for. */
  readonly focusKey?: string;
  /** Above the sections; what leads to a field is given the way there, what settles a conflict the way to save again. */
  readonly notices: (goTo: (key: LeafKey) => void, onResolve: OnResolve) => ReactNode;
  /** In the bar at the foot: what became of the last save. */
  readonly status?: string;
  /** Beside the sections, after the readiness. */
  readonly aside?: ReactNode;
}

const nothing = () => undefined;

/** The form of a line, for a new one and for a saved one alike; a line that is no draft is the same form, locked. */
export function LineForm({
  saved,
  initial,
  takeTyped,
  onSave,
  isSaving,
  keptAs,
  cartId,
  onSavedElsewhere = nothing,
  focusKey,
  notices,
  status,
  aside,
}: LineFormProps) {
  const messages = useAllMessages();
  const { language } = useI18n();
  const [base, setBase] = useState<LineValues>(saved ?? initial);
  const form = useForm<LineFormValues>({ defaultValues: toFormValues(base) });
  // The fields do not ask for the form's own state; each new one would draw them all again.
  const [formState] = useState(form.formState);
  const [refused, setRefused] = useState<(Refused & { readonly of: LineValues }) | null>(null);
  const rejections = useRejections(saved);
  const store = useMemo(
    () =>
      new LineEditStore({
        saved,
        base,
        values: toLineValues(form.getValues(), base),
        today: today(),
        rejections,
      }),
    [form, saved, base, rejections],
  );
  const [trouble, setTrouble] = useState<Keeping['trouble']>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [hasEndedUnsaved, setHasEndedUnsaved] = useState(false);
  const isNarrow = useNarrow();
  /** Save was asked for once more while a save was under way: it follows when that one has ended well. */
  const isAnotherAsked = useRef(false);
  /** Where the cursor was when the form went. */
  const lastFocus = useRef<FieldFocus | undefined>(undefined);
  const isEditable = saved === null || isDraft(saved);
  // What is beside the fields is drawn once they stand.
  const isWhole = useDeferredValue(true, false);

  useEffect(() => loadLaterScreens(language), [language]);
  useEffect(() => {
    store.refused(refused && { texts: refusalTexts(refused), of: refused.of });
  }, [store, refused]);

  useEffect(() => {
    // Something may have been typed between the drawing and now.
    const now = toLineValues(form.getValues(), base);
    if (changedLeaves(store.edit().values, now).length > 0) store.typed(now);
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, type }) => {
        // Keeping it waits for nothing, for the browser may end at any moment.
        store.typing(toLineValues(values, base));
        // An input that shows the store's own value waits for it; else the key comes first on the screen.
        if (type !== 'change') store.tell();
        else afterFrame(() => store.tell());
      },
    });
  }, [form, store, base]);

  // The fields are not drawn again for it: they are kept, and given their text.
  const fill = useCallback(
    (values: LineValues) => form.reset(toFormValues(values), { keepFieldsRef: true }),
    [form],
  );

  useEffect(() => {
    // A newer reading replaces the form's text only where nobody has typed.
    if (saved === null || saved === base || store.edit().changed.length > 0) return;
    // oxlint-disable-next-line react/set-state-in-effect -- the inputs are the browser's own: they are reset with the base
    setBase(saved);
    fill(saved);
  }, [saved, base, store, fill]);

  useEffect(() => {
    if (focusKey) goTo(focusKey);
  }, [focusKey]);

  useEffect(() => {
    // Why a save has ended otherwise stands above the form, out of sight for who typed at its end.
    if (hasEndedUnsaved) readFirst(summary.current);
  }, [hasEndedUnsaved]);
  useFocusStays(summary);

  /** Saves what is in the form; gives whether it is saved then. Who is leaving is not led to a line that was created. */
  const save = (isLeaving = false) =>
    send(toLineValues(structuredClone(form.getValues()), base), base, isLeaving);

  const send = async (asked: LineValues, base: LineValues, isLeaving = false): Promise<boolean> => {
    isAnotherAsked.current = false;
    setRefused(null);
    setHasEndedUnsaved(false);
    const missing = missingToCreate(asked);
    if (missing.length > 0) {
      setRefused({ ...missingValues(missing, messages), of: asked });
      return false;
    }
    const outcome = await onSave(asked, base);
    if (outcome.kind === 'refused') {
      setRefused({ ...refusedByApi(outcome.fields, lineIssues(asked, today()), messages), of: asked });
    }
    if (outcome.kind === 'created') {
      store.settle();
      const typedSince = () => {
        const { values } = store.edit();
        return { values, keys: changedLeaves(asked, values), focus: lastFocus.current };
      };
      if (!isLeaving) await outcome.open(typedSince);
      return true;
    }
    if (outcome.kind === 'not-saved') setHasEndedUnsaved(true);
    if (outcome.kind !== 'saved') return false;
    forgetRejections(outcome.line.id, changedLeaves(base, asked));
    // The answer is the new base; what was typed while the save was under way stays on top of it.
    const typed = toLineValues(form.getValues(), base);
    const since = changedLeaves(asked, typed);
    const mine = withLeavesFrom(outcome.line, typed, since);
    setBase(outcome.line);
    fill(mine);
    if (isAnotherAsked.current && since.length > 0) void send(mine, outcome.line);
    return true;
  };

  /** Asked for by the button, Enter and Ctrl+S; the button stays in reach of the keyboard, what it cannot do is nothing. */
  const saveIfNeeded = () => {
    if (!isEditable) return;
    if (isSaving) isAnotherAsked.current = true;
    else if (saved === null || store.edit().changed.length > 0) void save();
  };

  const discard = () => {
    const newest = saved ?? initial;
    setBase(newest);
    fill(newest);
  };

  const restore = useCallback(
    (values: LineValues, focus: LeafKey | undefined) => {
      fill(values);
      // Told at once, so that it is kept before its old record goes.
      store.typed(values);
      if (focus) goTo(focus);
    },
    [fill, store],
  );

  useLayoutEffect(
    () => () => {
      lastFocus.current = fieldFocus();
    },
    [lastFocus],
  );

  useLayoutEffect(() => {
    // In the same moment in which the form that it was typed into goes.
    const typed = takeTyped?.();
    if (!typed) return;
    fill(typed.values);
    store.typed(typed.values);
    if (typed.focus) goTo(typed.focus.key, typed.focus.selection);
  }, [takeTyped, fill, store]);

  const saveDecided: OnResolve = (theirs, decided) => {
    const mine = toLineValues(structuredClone(form.getValues()), base);
    const settled = settleConflicts({ base, mine, theirs }, decided);
    setBase(settled.base);
    fill(settled.mine);
    void send(settled.mine, settled.base);
  };

  return (
    <FormProvider {...form} formState={formState}>
      <LineEditContext value={store}>
        <form
          className={styles['form']}
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            saveIfNeeded();
          }}
        >
          <div className={styles['layout']}>
            <div className={styles['sections']}>
              <div className={styles['notices']} tabIndex={-1} ref={summary}>
                {/* oxlint-disable-next-line react/refs -- saveDecided is for clicks; nothing calls it while rendering */}
                {notices(goTo, saveDecided)}
                <Suspense>{refused && <RefusedValues refused={refused} onGoTo={goTo} />}</Suspense>
                <Suspense>
                  {isWhole && (
                    <LineKeeping
                      object={keptAs}
                      cartId={cartId}
                      onRestore={restore}
                      onDiscard={discard}
                      onTrouble={setTrouble}
                      onSavedElsewhere={onSavedElsewhere}
                    />
                  )}
                </Suspense>
              </div>
              {isEditable && isNarrow && <ReadinessPanel onGoTo={goTo} isFolded />}
              <SaveShortcut onSave={saveIfNeeded} />
              <LineSection section="customer" />
              <LineSection section="offer" />
              <LineSection section="network" />
              <SiteSection />
              <ContactsSection />
              <LineSection section="delivery" />
              {isEditable && (
                <SaveBar
                  isNew={saved === null}
                  isSaving={isSaving}
                  status={status}
                  trouble={trouble}
                  {...((refused || hasEndedUnsaved) && { onSeeOutcome: () => summary.current?.focus() })}
                  onDiscard={discard}
                />
              )}
            </div>
            <div className={styles['side']}>
              {isEditable && !isNarrow && <ReadinessPanel onGoTo={goTo} />}
              {isWhole && aside}
            </div>
          </div>
          {isEditable && (
            <UnsavedGuard isSaving={isSaving} onSave={() => save(true)} onDiscard={() => store.settle()} />
          )}
        </form>
      </LineEditContext>
    </FormProvider>
  );
}
