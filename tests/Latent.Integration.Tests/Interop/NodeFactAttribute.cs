namespace Latent.Integration.Tests;

/// <summary>A test that needs Node.js and onnxruntime-node; skipped if one is missing, with the fix as the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeScript.Obstacle;
}
