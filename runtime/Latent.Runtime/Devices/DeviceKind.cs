namespace Latent.Runtime;

/// <summary>The kinds of device.</summary>
public enum DeviceKind
{
    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>The first GPU if CUDA is available, otherwise the CPU.</summary>
    Auto,
}
