namespace Latent.Integration.Tests;

/// <summary>A theory that needs Node.js and onnxruntime-node; skipped if one is missing, with the fix as the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeScript.Obstacle;
}
