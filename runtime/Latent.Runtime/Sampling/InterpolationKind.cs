namespace Latent.Runtime;

/// <summary>Interpolation paths between two codes.</summary>
public enum InterpolationKind
{
    /// <summary>Linear interpolation: the straight line.</summary>
    Linear,

    /// <summary>
    /// Spherical interpolation: the arc at constant angular speed, which keeps codes at the norm that a normal prior expects.
    /// Parallel and antiparallel codes have no unique arc and are interpolated linearly.
    /// </summary>
    Spherical,
}
