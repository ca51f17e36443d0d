using Latent.Onnx;
using static TorchSharp.torch.nn;

namespace Latent.Training.Export;

/// <summary>What a graph was exported from, and is compared with.</summary>
/// <param name="Root">The module that owns the weights.</param>
/// <param name="Computation">What the graph computes.</param>
/// <param name="Options">How it was exported.</param>
internal sealed record GraphSource(Module Root, IComputation Computation, ExportOptions Options);
