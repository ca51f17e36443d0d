namespace Latent.Runtime;

/// <summary>The path between two codes.</summary>
public enum InterpolationKind
{
    /// <summary>The straight line.</summary>
    Linear,

    /// <summary>
    /// The arc at constant angular speed, which keeps codes at the length that a normal prior expects. Codes that point
    /// the same or opposite ways have no such arc; they are joined by the straight line.
    /// </summary>
    Spherical,
}
