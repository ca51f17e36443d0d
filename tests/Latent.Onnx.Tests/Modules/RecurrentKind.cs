namespace Latent.Onnx.Tests.Modules;

/// <summary>The recurrent layers of TorchSharp.</summary>
internal enum RecurrentKind
{
    Lstm,
    Gru,
    Tanh,
    Relu,
}
