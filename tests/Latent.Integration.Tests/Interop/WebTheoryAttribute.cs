namespace Latent.Integration.Tests;

/// <summary>A theory that needs Node and a browser; it is skipped, with the cure as its reason, where one is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WebTheoryAttribute : TheoryAttribute
{
    public WebTheoryAttribute() => Skip = NodeScript.Obstacle ?? (Browser.Program is null ? "there is no chromium; install it first: apt-get install chromium" : null);
}
