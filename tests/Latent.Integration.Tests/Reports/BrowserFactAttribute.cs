namespace Latent.Integration.Tests;

/// <summary>A test that needs a browser; skipped if there is none, with the fix as the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null)
            Skip = "there is no chromium; install it first: apt-get install chromium";
    }
}
