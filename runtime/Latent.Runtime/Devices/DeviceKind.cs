namespace Latent.Runtime;

/// <summary>Kinds of device.</summary>
public enum DeviceKind
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>The first GPU where CUDA can be used, else the processor.</summary>
    Auto,
}
