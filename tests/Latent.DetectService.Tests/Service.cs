using Latent.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Latent.DetectService.Tests;

/// <summary>The sample service, on a free port of this machine.</summary>
public sealed class Service : WebApplicationFactory<Program>
{
    public Service() => UseKestrel(0);

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("Autoencoders:digits:Path", Repository.At("models", "mnist-vae"));
}
