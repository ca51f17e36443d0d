using Latent.Onnx;
using static TorchSharp.torch.nn;

namespace Latent.Training.Export;

/// <summary>The source of an exported graph, with which it is compared.</summary>
/// <param name="Root">The module that owns the weights.</param>
/// <param name="Computation">The computation of the graph.</param>
/// <param name="Options">The export options.</param>
internal sealed record GraphSource(Module Root, IComputation Computation, ExportOptions Options);
