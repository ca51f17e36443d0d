namespace VerifyTests;

/// <summary>Whether a result is accepted without asking.</summary>
public delegate bool AutoVerify(string verifiedFile);
