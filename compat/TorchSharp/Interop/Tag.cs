namespace TorchSharp.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; the same numbers as in latent_torch.cpp.</summary>
internal enum Tag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    String = 8,
    Device = 9,
    Generator = 10,
    BoolList = 11,
}
