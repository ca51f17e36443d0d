namespace Latent.Integration.Tests;

/// <summary>A theory that needs Node.js and a browser; skipped if one is missing, with the fix as the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WebTheoryAttribute : TheoryAttribute
{
    public WebTheoryAttribute() => Skip = NodeScript.Obstacle ?? (Browser.Program is null
        ? "there is no chromium; install it first: apt-get install chromium"
        : null);
}
