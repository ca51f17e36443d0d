"""The reconstruction of mnist-dense, mnist-vae and mnist-conv-vae in PyTorch eager, on the weights of the bundles: a peer of benchmarks/Latent.Benchmarks.

Reads requests from standard input, one line of JSON each: the model, its weights file with the name, shape and offset of every
tensor, rows, threads, calls. Answers each with one line of JSON: the microseconds of every call, and what came out.
"""

import json
import sys
import time

import numpy
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


class Code(nn.Module):
    def __init__(self, features, latent):
        super().__init__()
        self.projection = nn.Linear(features, latent)

    def forward(self, x):
        return self.projection(x)


class Flat(nn.Module):
    """Dense layers of these widths, from pixels to the code; the decoder mirrors them."""

    def __init__(self, *widths):
        super().__init__()
        *hidden, latent = widths
        self.encoder = Stack(*self.dense(hidden))
        self.code = Code(hidden[-1], latent)
        self.decoder = Stack(*self.dense(widths[::-1])[:-1], nn.Sigmoid())

    @staticmethod
    def dense(widths):
        return [layer for pair in zip(widths, widths[1:]) for layer in (nn.Linear(*pair), nn.ReLU())]

    def forward(self, x):
        return self.decoder(self.code(self.encoder(x)))


class Unfolding(Stack):
    def __init__(self, latent, features, *layers):
        super().__init__(*layers)
        self.unfold = nn.Linear(latent, features)

    def forward(self, code):
        return self.layers(self.unfold(code).view(-1, self.unfold.out_features, 1, 1)).view(code.size(0), -1)


class Convolutional(nn.Module):
    def __init__(self, latent=128):
        super().__init__()
        self.encoder = Stack(
            nn.Conv2d(1, 32, 4, stride=2, padding=1), nn.ReLU(), nn.Conv2d(32, 64, 4, stride=2, padding=1), nn.ReLU(), nn.Conv2d(64, 128, 7)
        )
        self.code = Code(128, latent)
        self.decoder = Unfolding(
            latent,
            128,
            nn.ConvTranspose2d(128, 64, 7),
            nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1),
            nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1),
            nn.Sigmoid(),
        )

    def forward(self, x):
        return self.decoder(self.code(self.encoder(x.view(-1, 1, 28, 28)).view(x.size(0), -1)))


MODELS = {"mnist-dense": lambda: Flat(784, 256, 128, 32), "mnist-vae": lambda: Flat(784, 400, 20), "mnist-conv-vae": Convolutional}
loaded = {}


def load(request):
    model = MODELS[request["model"]]().eval()
    weights = {
        tensor["name"]: torch.from_numpy(
            numpy.fromfile(request["weights"], "<f4", numpy.prod(tensor["shape"], dtype=int), offset=tensor["offset"]).reshape(tensor["shape"])
        )
        for tensor in request["tensors"]
    }
    model.load_state_dict({name: weights[name] for name in model.state_dict()})
    return model


@torch.inference_mode()
def run(request):
    torch.set_num_threads(request["threads"])
    name = request["model"]
    model = loaded.setdefault(name, loaded.get(name) or load(request))
    x = torch.tensor(request["rows"]).view(-1, 784)
    times = []
    for _ in range(request["calls"]):
        start = time.perf_counter()
        output = model(x)
        times.append((time.perf_counter() - start) * 1e6)
    return {"us": times, "output": output.flatten().tolist()}


def main():
    print(json.dumps({"version": torch.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
