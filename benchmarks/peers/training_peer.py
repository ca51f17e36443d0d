"""Dense, variational, sparse and convolutional autoencoders, trained by PyTorch: the peer of benchmarks/Latent.Benchmarks.

Reads requests from standard input, one a line: CASE THREADS STEPS. Answers each with one line of JSON:
the milliseconds of every training step. The batch is ready before the clock starts.
"""

import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Dense(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 32))
        self.decoder = nn.Sequential(
            nn.Linear(32, 128), nn.ReLU(), nn.Linear(128, 256), nn.ReLU(), nn.Linear(256, 784), nn.Sigmoid()
        )

    def loss(self, x):
        return F.mse_loss(self.decoder(self.encoder(x)), x)


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 400)
        self.mean = nn.Linear(400, 20)
        self.log_variance = nn.Linear(400, 20)
        self.widen = nn.Linear(20, 400)
        self.output = nn.Linear(400, 784)

    def loss(self, x):
        h = F.relu(self.hidden(x))
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        reconstructed = torch.sigmoid(self.output(F.relu(self.widen(z))))
        reconstruction = F.binary_cross_entropy(reconstructed, x, reduction="sum")
        divergence = -0.5 * torch.sum(1 + log_variance - mean.pow(2) - log_variance.exp())
        return reconstruction + divergence


class Sparse(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(784, 256), nn.Sigmoid(), nn.Linear(256, 64), nn.Sigmoid())
        self.decoder = nn.Sequential(nn.Linear(64, 256), nn.Sigmoid(), nn.Linear(256, 784), nn.Sigmoid())

    def loss(self, x, rho=0.05, beta=0.3):
        code = self.encoder(x)
        active = torch.clamp(torch.mean(code, dim=0), 1e-10, 1 - 1e-10)
        sparsity = torch.sum(rho * torch.log(rho / active) + (1 - rho) * torch.log((1 - rho) / (1 - active)))
        return F.mse_loss(self.decoder(code), x) + beta * sparsity


class ConvVae(nn.Module):
    def __init__(self, latent=128):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Conv2d(1, 32, 4, stride=2, padding=1), nn.ReLU(), nn.Conv2d(32, 64, 4, stride=2, padding=1), nn.ReLU(), nn.Conv2d(64, 128, 7)
        )
        self.mean = nn.Linear(128, latent)
        self.log_variance = nn.Linear(128, latent)
        self.widen = nn.Linear(latent, 128)
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(128, 64, 7),
            nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1),
            nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1),
            nn.Sigmoid(),
        )

    def loss(self, x):
        x = x.view(-1, 1, 28, 28)
        h = self.encoder(x).view(x.size(0), -1)
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        reconstructed = self.decoder(self.widen(z).view(-1, 128, 1, 1))
        reconstruction = F.binary_cross_entropy(reconstructed, x, reduction="sum")
        divergence = -0.5 * torch.sum(1 + log_variance - mean.pow(2) - log_variance.exp())
        return reconstruction + divergence


CASES = {"dense": Dense, "vae": Vae, "sparse": Sparse, "conv-vae": ConvVae}
BATCH = 128


def run(case, threads, steps):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model = CASES[case]()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    rows = torch.rand(BATCH * steps, 784)
    times = []
    total = 0.0
    for x in rows.split(BATCH):
        start = time.perf_counter()
        loss = model.loss(x)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
        times.append((time.perf_counter() - start) * 1000)
    return times


def uses_openblas():
    """Without it Debian's PyTorch multiplies matrices by the reference BLAS, which takes fifty times as long."""
    torch.ones(64, 64) @ torch.ones(64, 64)
    with open("/proc/self/maps") as maps:
        return "openblas" in maps.read()


def main():
    print(json.dumps({"torch": torch.__version__, "openblas": uses_openblas()}), flush=True)
    for line in sys.stdin:
        case, threads, steps = line.split()
        print(json.dumps(run(case, int(threads), int(steps))), flush=True)


if __name__ == "__main__":
    main()
