"""The course of a training: rates, steps, the running mean of the weights, and what is kept of it."""
import argparse
import time
from dataclasses import dataclass, field

import torch

from batches import stream
from losses import of_batch

# How much of the running mean of the weights is kept at each step: the mean is what is judged and shipped.
KEPT = 0.998
# Share of the work from which on the weights are judged on tune: before that they never were the best.
JUDGED = 0.5


def summary(result):
    rows = result["end_to_end"]
    names = ("typed", "actors", "recipients", "places", "sources", "casualties", "counts", "time")
    marks = {n: round(rows[n]["f1"], 3) for n in names}
    marks.update({n: result["on_typed_pairs"].get(n, {}).get("accuracy") for n in ("status", "modes")})
    marks["status*"] = result["on_typed_pairs"].get("status (either not 'occurred')", {}).get("accuracy")
    return marks


def goal(result):
    """What early stopping watches: the headline figure and the roles together."""
    rows = result["end_to_end"]
    return rows["typed"]["f1"] + 0.25 * sum(rows[n]["f1"] for n in ("actors", "recipients", "places", "sources", "casualties", "time"))


def optimiser(model, args):
    """The encoder's published weights move slowly, everything new fast, the reader of events in between."""
    groups = {args.rate: [], args.reader_rate: [], args.head_rate: []}
    for name, parameter in model.named_parameters():
        name = name.removeprefix("model.")
        if name.startswith("reader."):
            groups[args.reader_rate].append(parameter)
        elif name.startswith("encoder.") and "shapes" not in name:
            groups[args.rate].append(parameter)
        else:
            groups[args.head_rate].append(parameter)
    return torch.optim.AdamW([{"params": some, "lr": rate} for rate, some in groups.items()], weight_decay=0.01, fused=True)


@dataclass
class Course:
    """A model in training, the running mean of its weights, and how far it has come."""
    model: torch.nn.Module
    mean: torch.nn.Module
    descent: torch.optim.Optimizer
    args: argparse.Namespace
    steps: int = 0
    began: float = field(default_factory=time.time)

    def __post_init__(self):
        self.tops = [group["lr"] for group in self.descent.param_groups]

    def done(self, epochs):
        """Share of the work that is done. Epochs differ in steps, so that steps do not tell."""
        return max(epochs / self.args.epochs, (time.time() - self.began) / self.args.seconds if self.args.seconds else 0.0)

    def step(self, loss, done):
        """Up over the first twentieth, then down to nothing."""
        for group, top in zip(self.descent.param_groups, self.tops):
            group["lr"] = top * max(0.01, min(done / 0.05, (1 - done) / 0.95))
        self.descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.descent.step()
        self.steps += 1
        follow(self.mean, self.model, self.steps)


@torch.no_grad()
def follow(mean, model, step):
    """Moves the running mean of the weights on, `step` steps from the beginning."""
    torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - min(KEPT, step / (step + 9)))


def epoch_of(course, batches, count, epoch, loss_of=of_batch):
    """One time through `count` batches; returns the mean of each part of the loss."""
    course.model.train()
    sums = {}
    for step, batch in enumerate(batches):
        done = course.done(epoch + step / count)
        if done >= 1.0:
            break
        loss, parts = loss_of(course.model, batch)
        course.step(loss, done)
        for name, part in parts.items():
            sums.setdefault(name, []).append(part.detach())
    return {name: round(float(sum(some)) / len(some), 3) for name, some in sums.items()}


def taught(course, lots_of, make, judge, out, loss_of=of_batch):
    """All epochs; lots_of(epoch) gives the lots, make(lot) the batch, judge(annotator) the score on tune, or is None.
    Keeps the best mean in `out`, or the last."""
    out.mkdir(parents=True, exist_ok=True)
    best, args = -1.0, course.args
    for epoch in range(args.epochs):
        lots = lots_of(epoch)
        sums = epoch_of(course, stream(lots, make, args.device, args.workers), len(lots), epoch, loss_of)
        print(f"epoch {epoch + 1} {time.time() - course.began:.0f}s", sums, flush=True)
        done = course.done(epoch + 1)
        if done < JUDGED or epoch % 2 == 0 and done < 1.0:
            continue
        annotator = getattr(course.mean, "model", course.mean)
        result = judge and judge(annotator)
        if result:
            print("  tune", summary(result), flush=True)
        if not result or goal(result) > best:
            best = goal(result) if result else best
            torch.save(annotator.state_dict(), out / "annotator.pt")
        if done >= 1.0:
            return
