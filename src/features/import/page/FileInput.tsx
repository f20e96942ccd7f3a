import styles from './RowsStep.module.css';

interface FileInputProps {
  readonly label: string;
  readonly onFile: (file: File) => void;
}

/** A file input that looks like a button, in the page's language. The same file can be chosen again: it is read again. */
export function FileInput({ label, onFile }: FileInputProps) {
  return (
    <label className={styles['choose']}>
      {label}
      <input
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className={styles['input']}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
