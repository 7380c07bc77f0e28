import type { ReactNode } from "react";
import { TaskMark, type TaskStatus } from "./TaskMark";

export type Task = {
  /** Stable and unique on the page; the status gets `${id}-status`. */
  id: string;
  title: ReactNode;
  /** Absent when the task cannot be opened. */
  href?: string;
  hint?: ReactNode;
  status: TaskStatus;
  statusText: ReactNode;
  /** The next thing to do: "you are here". At most one on a page. */
  isNext?: boolean;
};

export type TaskListProps = {
  tasks: readonly Task[];
  /** Heading of this part of the list; give several lists for several parts. */
  heading?: ReactNode;
  /** As in "3 of 5 done", beside the heading. */
  tally?: ReactNode;
};

function TaskRow({ id, title, href, hint, status, statusText, isNext }: Task) {
  const statusId = `${id}-status`;
  const described = hint ? `${id}-hint ${statusId}` : statusId;
  return (
    <li className="task" data-status={status} data-next={isNext || undefined}>
      <TaskMark status={status} />
      <div className="task__text">
        {href ? (
          <a className="task__title" href={href} aria-describedby={described}>
            {title}
          </a>
        ) : (
          <span className="task__title">{title}</span>
        )}
        {hint ? (
          <div className="task__hint" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
      <div className="task__status" id={statusId}>
        {statusText}
      </div>
    </li>
  );
}

export function TaskList({ tasks, heading, tally }: TaskListProps) {
  return (
    <section className="task-part">
      {heading ? (
        <div className="task-part__heading">
          <h2>{heading}</h2>
          {tally ? <p>{tally}</p> : null}
        </div>
      ) : null}
      <ul className="tasks">
        {tasks.map((task) => (
          <TaskRow key={task.id} {...task} />
        ))}
      </ul>
    </section>
  );
}
