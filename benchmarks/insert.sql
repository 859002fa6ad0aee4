INSERT INTO bench VALUES (gen_random_uuid(), 0, convert_to(repeat('x', 400), 'UTF8'));
