"""Where the training works: on an accelerator where there is one."""
import torch


def add_to(parser):
    """The options that every training has."""
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--workers", type=int, help="processes that make batches ahead of time (3 with an accelerator, else none)")


def settle(args):
    """Fills in what was not asked for, and lets an accelerator multiply in short floats."""
    if args.device == "cpu":
        args.workers = args.workers or 0
        return
    args.workers = 3 if args.workers is None else args.workers
    torch.set_num_threads(1)
    torch.set_float32_matmul_precision("high")
